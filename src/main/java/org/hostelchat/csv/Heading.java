package org.hostelchat.csv;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises what a column of a roll contains by its heading, as Indian colleges word it in English and in the
 * languages of India.
 */
public enum Heading {
    /** Exactly the heading of the documentation, in any case: preferred to all other headings. */
    PLAIN_NAME,
    PLAIN_ENROLMENT,
    ENROLMENT,
    /** Registration, admission, roll or hall ticket number: colleges identify students by one of them. */
    OTHER_NUMBER,
    NAME,
    FIRST_NAME,
    MIDDLE_NAME,
    LAST_NAME,
    OTHER;

    private static final String PERSON =
            "(?:students?|candidates?|residents?|hostell?ers?|boarders?|inmates?|applicants?|members?|scholars?|pupils?|persons?)";

    private static final String OF_COLLEGE =
            "(?:the|university|univ|college|institute|institution|hostel|class|exam|examination|final|new)*";

    private static final String NO = "(?:no|nos|nmb|num|nr|number|numbers|id|ids|code|codes)";

    private static final Pattern ENROLMENTS = Pattern.compile(
            OF_COLLEGE + PERSON + "?s?" + OF_COLLEGE + "(?:enroll?ment|enroll?|enrl?|enrlmt|enrolmt)" + NO + "*");

    private static final Pattern NUMBERS = Pattern.compile(OF_COLLEGE + PERSON + "?s?" + OF_COLLEGE
            + "(?:(?:registration|register|regist|regn|regd|regtn|reg|admission|admn|adm|matriculation|matric|hallticket|ht"
            + "|universityseat|gr|sid|erp|sap)" + NO + "+"
            + "|roll" + NO + "*"
            + "|(?:usn|prn|urn|crn|grn|htno|permanentregistration)" + NO + "*"
            // Not the college's code, nor the number of the hostel.
            + "|(?<=" + PERSON + ")" + NO + "+"
            + "|(?<=college|university|univ)(?:id|no|number)+)");

    private static final Pattern NAMES = Pattern.compile("(?:full|complete)?(?:names?(?:of)?(?:the)?" + PERSON + "?s?|"
            + OF_COLLEGE + PERSON + "s?(?:full)?names?)(?:as(?:per|in|on).*|in(?:full|english|capitals?|block.*))?");

    private static final Pattern FIRST_NAMES = Pattern.compile(PERSON + "?s?(?:first|given|fore)names?");
    private static final Pattern MIDDLE_NAMES = Pattern.compile(PERSON + "?s?middlenames?");
    private static final Pattern LAST_NAMES = Pattern.compile(PERSON + "?s?(?:(?:last|family|sur)names?)");

    private static final Set<String> NAMES_ELSEWHERE = keys(
            """
            नाम, पूरा नाम, छात्र का नाम, छात्रा का नाम, छात्र/छात्रा का नाम, छात्र / छात्रा का नाम, विद्यार्थी का नाम, निवासी का नाम, अभ्यर्थी का नाम,
            नाव, संपूर्ण नाव, पूर्ण नाव, विद्यार्थ्याचे नाव, विद्यार्थ्यांचे नाव, विद्यार्थिनीचे नाव,
            নাম, পুরো নাম, ছাত্রের নাম, ছাত্রীর নাম, শিক্ষার্থীর নাম,
            பெயர், முழு பெயர், மாணவர் பெயர், மாணவரின் பெயர், மாணவி பெயர், மாணவியின் பெயர்,
            పేరు, పూర్తి పేరు, విద్యార్థి పేరు, విద్యార్థిని పేరు,
            ಹೆಸರು, ಪೂರ್ಣ ಹೆಸರು, ವಿದ್ಯಾರ್ಥಿ ಹೆಸರು, ವಿದ್ಯಾರ್ಥಿಯ ಹೆಸರು, ವಿದ್ಯಾರ್ಥಿನಿಯ ಹೆಸರು,
            പേര്, മുഴുവൻ പേര്, വിദ്യാർത്ഥിയുടെ പേര്, വിദ്യാർഥിയുടെ പേര്,
            નામ, પૂરું નામ, વિદ્યાર્થીનું નામ, ਨਾਮ, ਨਾਂ, ਪੂਰਾ ਨਾਮ, ਵਿਦਿਆਰਥੀ ਦਾ ਨਾਮ, ਵਿਦਿਆਰਥੀ ਦਾ ਨਾਂ,
            ନାମ, ଛାତ୍ରଙ୍କ ନାମ, ନାম, نام, پورا نام, طالب علم کا نام, طالبہ کا نام
            """);

    private static final Set<String> ENROLMENTS_ELSEWHERE = keys(
            """
            नामांकन संख्या, नामांकन क्रमांक, नामांकन सं, नामांकन नंबर, नामांकन नं, एनरोलमेंट नंबर, एनरोलमेंट नं, एनरोलमेंट संख्या, इनरोलमेंट नंबर
            """);

    private static final Set<String> NUMBERS_ELSEWHERE = keys(
            """
            अनुक्रमांक, पंजीकरण संख्या, पंजीकरण क्रमांक, पंजीकरण सं, पंजीकरण नंबर, पंजीयन संख्या, पंजीयन क्रमांक, प्रवेश संख्या, प्रवेश क्रमांक, प्रवेश सं,
            रोल नंबर, रोल नं, रोल नम्बर, रोल संख्या, रोल क्रमांक, रजिस्ट्रेशन नंबर, रजिस्ट्रेशन नं, नोंदणी क्रमांक, हजेरी क्रमांक,
            রোল নম্বর, রোল নং, রেজিস্ট্রেশন নম্বর, রেজিস্ট্রেশন নং, নিবন্ধন নম্বর, ভর্তি নম্বর,
            பதிவு எண், பதிவெண், சேர்க்கை எண், ரோல் எண், நுழைவு எண்,
            నమోదు సంఖ్య, రోల్ నంబర్, రోల్ నెంబర్, ప్రవేశ సంఖ్య, హాల్ టికెట్ నంబర్, హాల్ టికెట్ నెంబర్,
            ನೋಂದಣಿ ಸಂಖ್ಯೆ, ದಾಖಲಾತಿ ಸಂಖ್ಯೆ, ರೋಲ್ ಸಂಖ್ಯೆ, ರೋಲ್ ನಂಬರ್, ರಿಜಿಸ್ಟರ್ ಸಂಖ್ಯೆ,
            രജിസ്റ്റർ നമ്പർ, രജിസ്ട്രേഷൻ നമ്പർ, അഡ്മിഷൻ നമ്പർ, റോൾ നമ്പർ,
            રોલ નંબર, નોંધણી નંબર, એનરોલમેન્ટ નંબર, પ્રવેશ નંબર, ਰੋਲ ਨੰਬਰ, ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਨੰਬਰ, ਦਾਖਲਾ ਨੰਬਰ,
            ରୋଲ ନମ୍ବର, ପଞ୍ଜୀକରଣ ସଂଖ୍ୟା, رول نمبر, رجسٹریشن نمبر, داخلہ نمبر
            """);

    /** Text in brackets is an explanation and not part of the name: {@code Name (in block letters)}. */
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

    private static final int LONGEST = 200;

    public static Heading of(String text) {
        return readings(text)
                .map(Heading::ofKey)
                .filter(heading -> heading != OTHER)
                .findFirst()
                .orElse(OTHER);
    }

    /** The keys by which a heading is understood: as a whole; then, for 'Name / नाम', what is written in each script. */
    static Stream<String> readings(String text) {
        if (text.length() > LONGEST) {
            return Stream.empty();
        }
        Stream<String> whole = Stream.of(key(BRACKETS.matcher(text).replaceAll(" ")));
        return Stream.concat(whole, inEachScript(key(text)));
    }

    private static Stream<String> inEachScript(String key) {
        Map<UnicodeScript, StringBuilder> parts = new LinkedHashMap<>();
        UnicodeScript last = UnicodeScript.COMMON;
        for (int point : key.codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(point);
            last = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED ? last : script;
            parts.computeIfAbsent(last, any -> new StringBuilder()).appendCodePoint(point);
        }
        return parts.values().stream().map(StringBuilder::toString);
    }

    private static Heading ofKey(String key) {
        if (key.equals("name")) {
            return PLAIN_NAME;
        }
        if (key.equals("enrolment")) {
            return PLAIN_ENROLMENT;
        }
        if (ENROLMENTS.matcher(key).matches() || ENROLMENTS_ELSEWHERE.contains(key)) {
            return ENROLMENT;
        }
        if (NAMES.matcher(key).matches() || NAMES_ELSEWHERE.contains(key)) {
            return NAME;
        }
        if (NUMBERS.matcher(key).matches() || NUMBERS_ELSEWHERE.contains(key)) {
            return OTHER_NUMBER;
        }
        return part(key).orElse(OTHER);
    }

    private static Optional<Heading> part(String key) {
        if (FIRST_NAMES.matcher(key).matches()) {
            return Optional.of(FIRST_NAME);
        }
        if (MIDDLE_NAMES.matcher(key).matches()) {
            return Optional.of(MIDDLE_NAME);
        }
        return LAST_NAMES.matcher(key).matches() ? Optional.of(LAST_NAME) : Optional.empty();
    }

    public boolean isNumber() {
        return this == PLAIN_ENROLMENT || this == ENROLMENT || this == OTHER_NUMBER;
    }

    public boolean isName() {
        return this == PLAIN_NAME || this == NAME || this == FIRST_NAME || this == LAST_NAME;
    }

    /**
     * The heading in lower case, with letters, marks and digits only: {@code Enrolment No.}, {@code ENROLMENT_NO} and
     * {@code enrolmentNo} are the same.
     */
    public static String key(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replace("#", "no")
                .replace("№", "no")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    private static Set<String> keys(String list) {
        return Stream.of(list.split("[,\\n]"))
                .map(Heading::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }
}
