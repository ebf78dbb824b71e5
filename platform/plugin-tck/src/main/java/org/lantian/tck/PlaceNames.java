package org.lantian.tck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lantian.engine.reference.Division;
import org.lantian.engine.reference.Divisions;

/**
 * Names of cities and counties. Full names of the whole country count; short ones (沙坡头 for 沙坡头区) only where
 * they have three characters, or two and lie in the profile's own province, since shorter ones are words too often.
 *
 * @param names longest first
 */
record PlaceNames(List<String> names) {

    private static final String COUNTRY = "000000";
    private static final int LAST_PROVINCE = 820000;
    private static final Set<String> WORDS = Set.of("市辖区", "城区", "郊区", "矿区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划",
            "新城区", "新区", "东区", "西区");
    /** 管城回族区 is called 管城区, 孟村回族自治县 孟村县. */
    private static final Pattern PEOPLES = Pattern.compile("^(..+?)(?:[\\u4e00-\\u9fff]{1,4}?族)+(?:自治)?([区县州旗])$");
    private static final List<String> SUFFIXES = List.of("市", "区", "县", "盟", "州", "旗");

    static PlaceNames of(String regionCode) {
        Set<String> names = new HashSet<>();
        for (int code = 110000; code <= LAST_PROVINCE; code += 10000) {
            String province = Integer.toString(code);
            boolean own = province.substring(0, 2).equals(regionCode.substring(0, 2)) && !regionCode.equals(COUNTRY);
            below(province).map(Division::name).filter(name -> !WORDS.contains(name)).forEach(name -> add(name, own, names));
        }
        return new PlaceNames(names.stream().sorted((one, other) -> other.length() - one.length()).toList());
    }

    private static void add(String name, boolean own, Set<String> names) {
        if (name.length() > 2) {
            names.add(name);
        }
        String plain = PEOPLES.matcher(name).replaceFirst("$1$2");
        if (plain.length() > 2) {
            names.add(plain);
        }
        SUFFIXES.stream().filter(plain::endsWith).map(suffix -> plain.substring(0, plain.length() - suffix.length()))
                .filter(brief -> brief.length() > 2 || own && brief.length() == 2).filter(brief -> !WORDS.contains(brief))
                .forEach(names::add);
    }

    private static Stream<Division> below(String parent) {
        List<Division> found = new ArrayList<>();
        for (Division division : Divisions.standard().listUnder(parent)) {
            found.add(division);
            found.addAll(below(division.code()).toList());
        }
        return found.stream();
    }
}
