package org.hostelchat.transfer;

import java.util.List;
import java.util.Map;

/** The one list of what an export contains, in the order in which rows can be stored: what they refer to is before them. */
final class HostelTables {

    /** Numbers are marked with {@code #}, truths with {@code ?}, bytes with {@code $}; everything else is text. */
    static final List<Table> ALL = List.of(
            Table.of(
                    "users",
                    "id",
                    """
                    id# name name_key search_key enrolment_number enrolment_key password_hash role active? must_change_password?
                    password_set_at# password_perhaps_misread? created_at# last_seen_at# language wing wing_key floor floor_key
                    room room_key year year_key course course_key mess mess_key phone phone_key stays_until muted_until# muted_why"""),
            Table.of(
                    "rooms",
                    "id",
                    """
                    id# kind name search_key topic posting maker_id# whole_past? people_key slow_seconds# retention# last_seq# posts#
                    created_at# closed_at#"""),
            Table.of("room_audience", "room_id field value_key", "room_id# field value_key value place#"),
            Table.of("memberships", "user_id room_id", "user_id# room_id# role involvement joined_at# first_seq#"),
            Table.of("read_marks", "user_id room_id", "user_id# room_id# read_seq#"),
            Table.of(
                    "messages",
                    "id",
                    """
                    id# room_id# seq# kind author_id# at# client_id body body_hash$ target# edited_at# post# posts# reply_to#
                    mentions emoji is_on# files"""),
            Table.of("moved_spans", "first_id", "first_id# last_id# first_at# last_at#"),
            Table.of("reactions", "room_id seq", "room_id# target# emoji user_id# seq#"),
            Table.of("pins", "room_id target", "room_id# target# seq#"),
            Table.of("mentions", "room_id user_id seq", "user_id# room_id# seq# author_id# at#"),
            Table.of(
                            "files",
                            "id",
                            """
                            id# state owner_id# name type size# width# height# hash preview preview_type created_at# room_id#
                            seq#""")
                    .where("state in ('READY', 'POSTED')"),
            Table.of(
                    "notices",
                    "id",
                    """
                    id# room_id# title text acknowledge? until at# author_id# edited_at# withdrawn_at# version# asked_version#
                    everybody? category pinned? from_at# acknowledge_by# shown? reminded_at# place#"""),
            Table.of(
                    "receipts",
                    "notice_id user_id",
                    "notice_id# user_id# read_at# acknowledged_at# acknowledged_version#"),
            Table.of(
                    "notice_drafts",
                    "id",
                    """
                    id# user_id# title text acknowledge? until audience category pinned? from_at# acknowledge_by#
                    changed_at#"""),
            Table.of("notification_choices", "user_id", "user_id# level sound? words? quiet_from# quiet_to#"),
            Table.of("blocks", "blocked_id user_id", "blocked_id# user_id# at#"),
            Table.of("reports", "id", "id# room_id# seq# user_id# first_seq# why at# settled_at#"),
            Table.of(
                    "audit_entries",
                    "id",
                    """
                    id# at# act by_id# by_name by_key by_salt by_digest token_id# token_name address kind thing_id# seq#
                    thing_name thing_key person_id# person_name person_number person_before person_after person_key person_salt
                    person_digest values_before values_after hash"""),
            Table.of("audit_head", "id", "id# last# hash"),
            Table.of(
                    "register_imports",
                    "id",
                    """
                    id# created_at# applied_at# given_at# taken_at# total# kind file_name by_id# row_count# changed# moved#
                    unchanged# wrong# missing#"""),
            Table.of("registered_files", "digest", "digest at#"),
            Table.of("register_slips", "user_id", "user_id# import_id# pending? hashed_at#"));

    /** What an export does not contain, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("hostel", "the new hostel's epoch, by which clients know that it is another one"),
            Map.entry("sessions", "everybody signs in again"),
            Map.entry("sign_in_codes", "valid for half an hour"),
            Map.entry("ended_sessions", "goes with the sessions"),
            Map.entry("access_tokens", "secrets of scripts, which get new ones"),
            Map.entry("register_files", "lists that were looked at and not stored, kept for a day"),
            Map.entry("register_rows", "what stored lists did row by row, kept for sixty days"),
            Map.entry("changes", "clients begin anew"),
            Map.entry("change_head", "goes with the changes"),
            Map.entry("search_index", "is made anew from the messages"),
            Map.entry("search_progress", "goes with the index"),
            Map.entry("search_version", "goes with the index"),
            Map.entry("files_lock", "holds nothing"),
            Map.entry("nodes", "the servers that run now"),
            Map.entry("flyway_schema_history", "the database's own version"));

    /** What every new hostel has, and an import replaces. */
    static final List<String> REPLACED = List.of("rooms", "audit_head");

    private HostelTables() {}
}
