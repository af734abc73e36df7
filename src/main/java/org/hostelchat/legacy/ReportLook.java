package org.hostelchat.legacy;

import java.util.List;

/**
 * What moving in from a file would do.
 *
 * @param done whether exactly this file was moved in already: nothing is left to do, also where somebody was erased since
 * @param people rows of its table of people
 * @param added how many become accounts
 * @param admins how many of these become officials
 * @param present how many have an account already, by their number
 * @param unusable how many can't become one
 * @param troubles why, of the first hundred
 * @param messages rows of its table of messages
 * @param moving how many messages would be stored; a long one becomes several
 * @param there how many are stored already
 * @param empty how many have nothing that can be seen
 * @param undated how many have a date that isn't understood; they get that of the message before
 * @param unknown how many have a sender who is nobody's number, id or single name; they get no author
 * @param utc whether the times that name no zone are read as UTC, and not in the hostel's zone
 */
public record ReportLook(
        boolean done,
        long people,
        long added,
        long admins,
        long present,
        long unusable,
        List<Trouble> troubles,
        long messages,
        long moving,
        long there,
        long empty,
        long undated,
        long unknown,
        boolean utc) {}
