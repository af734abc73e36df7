/** Hostel Chat: the group chat, notice board and residents' register of a student hostel. */
package org.hostelchat;
