/** What was heard: Field, Fact, Outcome, Observation. Values only; uses {@code site}. */
package org.camsweep.observe;
