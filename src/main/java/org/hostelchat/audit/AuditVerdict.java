package org.hostelchat.audit;

/**
 * What became of checking the record.
 *
 * @param entries how many entries there are, by the record's own count
 * @param head the hash of the last one, to be kept elsewhere
 * @param wrong the first entry that does not fit; null if all do
 * @param why what is wrong with it, for people; null if nothing is
 */
public record AuditVerdict(long entries, String head, Long wrong, String why) {

    public boolean fits() {
        return wrong == null;
    }
}
