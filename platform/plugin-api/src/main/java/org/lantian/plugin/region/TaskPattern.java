package org.lantian.plugin.region;

import java.util.List;

/**
 * A task that any city of the region may set.
 *
 * @param section id of the template section
 * @param text text with {@code {parameter}}
 * @param parameters names of the parameters
 */
public record TaskPattern(String id, String section, String title, String text, List<String> parameters, String source)
        implements Identified {

    public TaskPattern {
        parameters = List.copyOf(parameters);
        for (String parameter : parameters) {
            if (!text.contains("{" + parameter + "}") && !title.contains("{" + parameter + "}")) {
                throw new IllegalArgumentException("任务“" + id + "”的参数“" + parameter + "”没有用到。");
            }
        }
    }
}
