/**
 * Real servers for the tests of any module, in test scope only: each starts lazily, once per JVM,
 * on a free port of 127.0.0.1, keeps its data in a temporary directory and is gone with the JVM. A
 * test never shares data with another one: it asks for a database, a prefix or a bucket of its own.
 */
@NullMarked
package io.beep.testsupport;

import org.jspecify.annotations.NullMarked;
