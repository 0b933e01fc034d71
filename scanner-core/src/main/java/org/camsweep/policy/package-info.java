/**
 * May it be here: regimes, entities and waivers as data, verdicts, findings. Pure; no company's
 * name stands in Java.
 */
package org.camsweep.policy;
