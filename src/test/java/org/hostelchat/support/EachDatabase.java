package org.hostelchat.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For a test class against the {@link Hostel shared server}: the build runs it twice, over SQLite and over PostgreSQL.
 * For tests that make the core read and write the database and need no browser. SQL that they run themselves ({@link
 * HostelServer#database()}) must be valid on both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("each-database")
@ExtendWith(Hostel.class)
public @interface EachDatabase {}
