package org.lantian.tck;

/**
 * A promise that is not kept at one place.
 *
 * @param place file and line, or kind and id of the entry
 * @param problem what is wrong, a Chinese sentence
 * @param change what to change, a Chinese sentence
 */
public record Fault(Promise promise, String place, String problem, String change) {

    @Override
    public String toString() {
        return (place.isEmpty() ? "" : place + "：") + problem + "改法：" + change;
    }
}
