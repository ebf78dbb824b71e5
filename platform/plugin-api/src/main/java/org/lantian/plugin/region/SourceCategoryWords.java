package org.lantian.plugin.region;

import java.util.List;

/**
 * Words by which the source category 源类别 of a process of table 2 is known where the enterprise has no outlets. A word
 * that is part of a longer one found does not count (锅炉 in 燃气锅炉); an entry that names the industry goes before those
 * that do not. If two categories are left, none is known.
 *
 * @param id stable id
 * @param sourceCategory word of the limits, for example 燃气锅炉
 * @param processes words of 生产设备/产污环节, one of which it contains
 * @param industries words or codes of 行业类别 that it must contain one of; empty for any
 * @param fuels words of 能源类型 that the enterprise must use one of; empty for any. A word of one character is compared
 *     whole: 煤 is not 煤气
 * @param source what the classification rests on
 */
public record SourceCategoryWords(String id, String sourceCategory, List<String> processes, List<String> industries,
        List<String> fuels, String source) implements Identified {

    public SourceCategoryWords {
        processes = List.copyOf(processes);
        industries = List.copyOf(industries);
        fuels = List.copyOf(fuels);
        if (processes.isEmpty() || processes.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("source category " + id + ": name the processes");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source category " + id + ": cite the source");
        }
    }
}
