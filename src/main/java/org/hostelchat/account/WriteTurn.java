package org.hostelchat.account;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Goes before {@code @Transactional} on whatever writes: on SQLite, writers take turns in the order in which they came. Left
 * to themselves they poll for the lock, and beside a room in full swing, which takes it again at once, hardly ever get it.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WriteTurn {}
