package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.engine.emission.MaterialBalance.Material;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * How the yearly emission of one unit is accounted without measurements, before and after a measure.
 *
 * @param unit 核算单元: the line or process; blank for the whole enterprise. Unit and pollutant are counted once a year
 * @param before the base year
 * @param after what the measure changes; whatever it leaves out stays as before. Left out for a closure or relocation
 */
public record Accounting(String unit, Pollutant pollutant, Method method, State before, Optional<State> after) {

    /** Which formula. */
    public enum Method {
        /** 产污系数法: E = 系数 × 产量 ÷ 1000 ×（1 − η × k）. */
        COEFFICIENT("产污系数法"),
        /** 物料衡算法 of VOCs: E = G × f ×（1 − η）+ G ×（1 − f）, G = Σ 使用量 × VOCs含量. */
        BALANCE("物料衡算法"),
        /** 硫平衡 of SO2 from coal: E = 2 × 耗煤量 × 含硫率 × 转化率 ×（1 − η × k）. */
        SULPHUR("硫平衡法");

        private final String term;

        Method(String term) {
            this.term = term;
        }

        /** The printed word. */
        public String term() {
            return term;
        }

        /** Whether the formula is one of that pollutant. */
        public boolean fits(Pollutant pollutant) {
            return switch (this) {
                case COEFFICIENT -> true;
                case BALANCE -> pollutant == Pollutant.VOCS;
                case SULPHUR -> pollutant == Pollutant.SO2;
            };
        }
    }

    /**
     * Inputs of a formula; what a method does not name is not read.
     *
     * @param coefficient kg of pollutant a unit of activity
     * @param activity output or use in the year, in the coefficient's unit
     * @param materials VOCs materials of the year
     * @param coal tonnes a year
     * @param sulphur percent by mass
     * @param conversion share of the sulphur that becomes SO2, 0 to 1
     * @param collected share of the gas that is collected, 0 to 1
     * @param efficiencies of the treatments in a row, each 0 to 1; 0 where there is none
     * @param running share of the time in which the treatments really run, 0 to 1
     */
    public record State(Optional<BigDecimal> coefficient, Optional<BigDecimal> activity, List<Material> materials,
            Optional<BigDecimal> coal, Optional<BigDecimal> sulphur, Optional<BigDecimal> conversion,
            Optional<BigDecimal> collected, List<BigDecimal> efficiencies, Optional<BigDecimal> running) {

        public State {
            materials = List.copyOf(materials);
            efficiencies = List.copyOf(efficiencies);
        }

        private State over(State earlier) {
            return new State(first(earlier, State::coefficient), first(earlier, State::activity),
                    materials.isEmpty() ? earlier.materials : materials, first(earlier, State::coal),
                    first(earlier, State::sulphur), first(earlier, State::conversion), first(earlier, State::collected),
                    efficiencies.isEmpty() ? earlier.efficiencies : efficiencies, first(earlier, State::running));
        }

        private Optional<BigDecimal> first(State earlier, Function<State, Optional<BigDecimal>> input) {
            return input.apply(this).or(() -> input.apply(earlier));
        }
    }

    /** The base year's emission, t/a. */
    public Calculation emissionBefore() {
        return AccountedEmission.of(this, before);
    }

    /** The emission when the measure is done, t/a; empty where nothing is said of it. */
    public Optional<Calculation> emissionAfter() {
        return after.map(state -> AccountedEmission.of(this, state.over(before)));
    }
}
