/** Tests of the command line without the application: a stub answers what the API would. */
package org.hostelchat.cli;
