/**
 * Reading and writing JSON with the same strictness everywhere. Imports {@code jakarta.json} and nothing of ours, since {@code
 * hostel-cli.jar} contains this package too.
 */
package org.hostelchat.wire.json;
