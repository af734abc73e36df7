package org.hostelchat.support;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The scripts in which residents write. Every constant has a name, a password, a notice and a sentence; all contain
 * characters outside of Latin-1 or at its upper end, so that every wrong decoding is noticed.
 */
public enum WritingSystem {
    HINDI(
            "आशा कुलकर्णी",
            "खिड़की के पास दीया",
            "पानी की टंकी की सफ़ाई",
            "शनिवार को ९ से १३ बजे तक पानी नहीं आएगा।\nकृपया बाल्टी भर लें – ₹ 50 जुर्माना।",
            "आज रात को छत पर क्रिकेट",
            "क्रिकेट"),
    TAMIL(
            "மீனாட்சி சுந்தரம்",
            "அமைதியான மாலை விளக்கு",
            "உணவகம் மூடப்பட்டுள்ளது",
            "ஞாயிற்றுக்கிழமை மாலை உணவு இல்லை.\nமன்னிக்கவும் – ₹ 40 திருப்பித் தரப்படும்.",
            "இன்று மாலை யார் வருகிறீர்கள்?",
            "மாலை"),
    LATIN(
            "Renée D’Souza",
            "le café – déjà vu’s corner",
            "Café’s hours – changed",
            "“Canteen” closes at ten – sharp.\nTea costs ₹ 12, a naïve crêpe ₹ 60 … don’t be late.",
            "Who’s for a crêpe – ₹ 60 each?",
            "crêpe"),
    TURKISH(
            "İlker Işık",
            "gün ışığı ve çınar ağacı",
            "Çamaşır günü değişti",
            "Çamaşırhane cumartesi kapalı.\nGörüşmek üzere – şimdiden teşekkürler.",
            "Akşam çay içmeye gelin",
            "çay"),
    URDU(
            "فاطمہ زہرا",
            "خاموش شام کی لالٹین",
            "باورچی خانہ کھلا ہے",
            "رات دس بجے تک چائے ملے گی۔\nقیمت ₹ ۱۲ – شکریہ۔",
            "کل صبح کون ساتھ چلے گا؟",
            "صبح"),
    CHINESE("王小明", "安静的楼梯上有灯笼和月亮", "星期六清洗水箱", "上午九点到下午一点停水。\n请提前接满水桶——谢谢！", "今天晚上谁去打篮球？", "篮球"),
    EMOJI(
            "Zoë 🌙 Fernández",
            "🏮 over the quiet stairs 🌙✨",
            "🚰 Water on Sunday",
            "None from 9 to 13 🪣🪣\nThank you 👩🏽‍🚀 ❤️",
            "Movie night 🎬 on the roof 🍿",
            "🎬");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String person;
    private final String password;
    private final String title;
    private final String text;
    private final String sentence;
    private final String word;

    WritingSystem(String person, String password, String title, String text, String sentence, String word) {
        this.person = person;
        this.password = password;
        this.title = title;
        this.text = text;
        this.sentence = sentence;
        this.word = word;
    }

    /** The next one in turn, so that a test class uses all of them. Thread-safe. */
    public static WritingSystem next() {
        return values()[Math.floorMod(NEXT.getAndIncrement(), values().length)];
    }

    /** A name; not unique on a shared server. */
    public String person() {
        return person;
    }

    /** An acceptable password. */
    public String password() {
        return password;
    }

    /** The title of a notice. */
    public String title() {
        return title;
    }

    /** The text of a notice, on two lines. */
    public String text() {
        return text;
    }

    /** A message that contains {@link #word()}. */
    public String sentence() {
        return sentence;
    }

    public String word() {
        return word;
    }
}
