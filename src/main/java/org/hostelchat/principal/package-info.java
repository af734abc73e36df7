/**
 * Who makes a call: a person with an account, or the operator. The smallest vocabulary that the whole core shares.
 *
 * <p>Imports {@code refusal} of ours. Absent on purpose: authentication (see {@code auth}), and storage.
 */
package org.hostelchat.principal;
