package org.hostelchat.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class against the {@link Hostel shared server}: the build runs it twice, over SQLite and over PostgreSQL. For classes
 * whose tests make the core ask and change the database and need no browser; what they look up in the database by themselves
 * ({@link HostelServer#database()}) is SQL that both understand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("each-database")
@ExtendWith(Hostel.class)
public @interface EachDatabase {}
