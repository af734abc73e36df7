package org.hostelchat.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Headings of columns about where residents live and what they study, as offices write them in English, Hindi and Marathi. */
public final class DetailHeading {

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        add(
                "wing",
                "wing, wing name, hostel wing, block, block name, hostel block, building, tower, विंग, खंड, ब्लॉक, भवन, इमारत");
        add("floor", "floor, floor no, floor number, level, मंज़िल, मंज़िल संख्या, तल, मजला");
        add(
                "room",
                "room, room no, room number, room id, hostel room, कमरा, कमरा नंबर, कमरा नं, कमरा संख्या, कमरा सं, कक्ष, कक्ष संख्या, कक्ष क्रमांक, खोली, खोली क्रमांक");
        add(
                "year",
                "year, year of study, study year, academic year, current year, वर्ष, साल, अध्ययन वर्ष, शैक्षणिक वर्ष");
        add(
                "course",
                "course, course name, branch, department, dept, programme, program, stream, discipline, कोर्स, पाठ्यक्रम, शाखा, विभाग, अभ्यासक्रम");
        add("mess", "mess, mess name, mess no, dining hall, मेस, भोजनालय, मेस का नाम");
        add(
                "phone",
                "phone, phone no, phone number, mobile, mobile no, mobile number, mob no, contact, contact no, contact number, whatsapp, whatsapp no, whatsapp number, फ़ोन, फ़ोन नंबर, फ़ोन नं, मोबाइल, मोबाइल नंबर, मोबाइल नं, मोबाईल, मोबाईल नंबर, संपर्क, संपर्क नंबर, दूरभाष");
        add(
                "until",
                "until, last day, end date, stay until, stays until, valid till, valid until, valid upto, leaving date, date of leaving, आख़िरी दिन, अंतिम दिन, अंतिम तिथि, कब तक, शेवटचा दिवस");
    }

    private DetailHeading() {}

    private static void add(String field, String headings) {
        Arrays.stream(headings.split(",")).map(Heading::key).forEach(key -> FIELDS.put(key, field));
    }

    /** The register's field, such as {@code room}, that a column with this heading fills. */
    public static Optional<String> field(String heading) {
        return Heading.readings(heading)
                .map(FIELDS::get)
                .filter(found -> found != null)
                .findFirst();
    }
}
