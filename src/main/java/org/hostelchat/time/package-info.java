/**
 * Time as it passes, for whatever lasts a while.
 *
 * <p>Imports nothing of ours. Absent on purpose: what day it is in the hostel, which the settings know.
 */
package org.hostelchat.time;
