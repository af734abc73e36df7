package org.hostelchat.bench;

/** One kind of load. A run starts the servers that it needs, measures, adds rows to the report, and stops them. */
interface Scenario {

    void run(Options options, Report report) throws Exception;
}
