package org.camsweep.policy;

/**
 * One file of regimes, entities, waivers or inventory, already in memory.
 *
 * @param name as shown in messages, for example {@code regimes/uk-wms-2022-11-24.yaml}
 * @param bytes its content, UTF-8; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record DataFile(String name, byte[] bytes) {}
