/**
 * May it be here: regimes, entities and waivers as data, verdicts, findings. Pure; no company's
 * name stands in Java.
 *
 * <p>What looks odd and is intended:
 *
 * <ul>
 *   <li>A network that names no regimes is judged by those marked {@code default}; all others that
 *       are switched on are judged where a network names them. Judging every camera by the rules of
 *       fifteen countries would bury the findings that bind the owner.
 *   <li>A limb that a maker does not meet gives no line of its own while another limb of the same
 *       regime is met: one device never reads restricted and clear under one rule.
 *   <li>{@code clear} needs a maker that is likely or confirmed, a row of company data that a
 *       source was seen for, and a maker that is known to build what it sells.
 *   <li>A kind of rule has a hardest verdict. A file of export controls can never restrict use,
 *       whatever its author writes.
 * </ul>
 */
package org.camsweep.policy;
