package org.camsweep.device;

/**
 * Why two observations are taken for one box.
 *
 * @param reason for example {@code same address} or {@code same hardware address}
 * @param value what they share
 */
public record Join(String reason, String value) {}
