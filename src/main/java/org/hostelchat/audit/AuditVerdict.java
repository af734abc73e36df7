package org.hostelchat.audit;

/**
 * The result of verifying the record.
 *
 * @param entries the number of entries, by the record's own count
 * @param head the hash of the last one, to be kept outside of the database
 * @param wrong the first invalid entry; null if all are valid
 * @param why what is wrong with it, for people; null if nothing is
 */
public record AuditVerdict(long entries, String head, Long wrong, String why) {

    public boolean fits() {
        return wrong == null;
    }
}
