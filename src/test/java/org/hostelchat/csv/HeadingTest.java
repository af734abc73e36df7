package org.hostelchat.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadingTest {

    private static Stream<String> words(String list) {
        return Stream.of(list.split("[;\n]")).map(String::strip).filter(word -> !word.isEmpty());
    }

    @Test
    void understandsEnrolmentNumbers() {
        words(
                        """
                Enrolment No.; Enrolment Number; enrolmentNumber; ENROLMENT_NO; Enrollment No; Enroll. No.; Enrl No.; Enrol. Number; Enrolment ID;
                Student Enrolment No.; Student's Enrollment Number; University Enrolment No; Enrollment #; ENROLLMENTNO; Enrolment No. (as on card);
                नामांकन संख्या; नामांकन क्रमांक; Enrolment No. / नामांकन संख्या; नामांकन सं.
                """)
                .forEach(word -> assertEquals(Heading.ENROLMENT, Heading.of(word), word));
        assertEquals(Heading.PLAIN_ENROLMENT, Heading.of("Enrolment"));
        assertEquals(Heading.ENROLMENT, Heading.of("Enrolment\r\nNo."));
    }

    @Test
    void understandsTheOtherNumbersOfColleges() {
        words(
                        """
                Roll No.; Roll Number; ROLLNO; Roll; University Roll No.; Univ. Roll No; Class Roll No.; Reg. No.; Regn. No.; Regd. No.; Registration No.;
                Register Number; Registration ID; Admission No.; Adm. No; Admn No.; Student ID; Student No.; StudentId; College ID; USN; USN No.; PRN; PRN No.;
                Hall Ticket No.; HTNO; H.T. No.; G.R. No.; Scholar No.; University Seat Number; University Seat Number (USN); Exam Roll No.; SAP ID; ERP ID; Candidate ID;
                Student Reg. No.; रोल नंबर; रोल नं.; पंजीकरण संख्या; पंजीयन क्रमांक; प्रवेश संख्या; अनुक्रमांक; নিবন্ধন নম্বর; பதிவு எண்; నమోదు సంఖ్య; రోల్ నంబర్;
                ನೋಂದಣಿ ಸಂಖ್ಯೆ; റോൾ നമ്പർ; રોલ નંબર; ਰੋਲ ਨੰਬਰ; رول نمبر; अनुक्रमांक / Roll No.
                """)
                .forEach(word -> assertEquals(Heading.OTHER_NUMBER, Heading.of(word), word));
    }

    @Test
    void understandsNames() {
        words(
                        """
                Name of the Student; Student Name; Student's Name; Students Name; STUDENT_NAME; studentName; Full Name; Name of Student; Name of the Candidate; Candidate's Name;
                Resident Name; Name of Resident; Applicant Name; Student Full Name; Name as per Aadhaar; Name in English; Names;
                Name of Hosteller; Name of Student(s); छात्र का नाम; विद्यार्थी का नाम; छात्र/छात्रा का नाम; पूरा नाम; विद्यार्थ्याचे नाव; মাননীয় / Student Name; பெயர்; மாணவர் பெயர்; పేరు;
                ಹೆಸರು; പേര്; નામ; ਨਾਮ; نام; নাম; नाम
                """)
                .forEach(word -> assertTrue(Heading.of(word).isName(), word + " is " + Heading.of(word)));
        words("Name; NAME; name.; Name*; Name (in block letters); नाम / Name; Name / नाम; Name (नाम)")
                .forEach(word -> assertEquals(
                        Heading.PLAIN_NAME, Heading.of(word).isName() ? Heading.PLAIN_NAME : Heading.of(word), word));
    }

    @Test
    void takesNothingElseForNamesAndNumbers() {
        words(
                        """
                S.No.; S. No; Sl. No.; SlNo; Sr. No.; Srl. No.; Serial Number; No.; #; क्र.सं.; क्रमांक; क्रम संख्या; வரிசை எண்; Father's Name; Father Name; Mother's Name; Guardian's Name;
                Name of Father; Name of Father/Guardian; Name of Parent; Hostel Name; Course Name; College Name; Name of the College; College Code; Institute Code; Branch Name; Bank Name;
                Room No.; Bed No.; Seat No.; Hostel No.; Block No.; Phone No.; Mobile Number; Student Mobile No.; Student Phone Number; Aadhaar No.; UID No.; Application No.; Form No.;
                Date of Admission; Admission Date; Registration Date; Enrolment Date; Year of Enrolment; Enrolment Year; Batch; Branch; Year; Course; पिता का नाम; माता का नाम; पिता का नाम / Father's Name;
                पिता का नाम\tFather Name; छात्रावास का नाम; கல்லூரி பெயர்; Email; User Name; Nickname; Role; Id; initialPassword; Signature of Student
                """)
                .forEach(word -> assertEquals(Heading.OTHER, Heading.of(word), word));
        assertEquals(Heading.OTHER, Heading.of("Father's\nName"));
        assertEquals(Heading.OTHER, Heading.of("Name ".repeat(1000)));
        assertEquals(Heading.OTHER, Heading.of(""));
    }
}
