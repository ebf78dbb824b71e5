package org.lantian.document;

/**
 * Page setting (页面设置) of an official document, A4 upright; all lengths in twips (1/1440 inch, 56.69 to the
 * millimetre). Left margin 28 mm, right 26 mm. A landscape page is the upright one turned so that its top lies at the
 * binding edge.
 */
public enum PageSetting {
    /** GB/T 9704-2012 clause 5.2.1: top 37 mm, bottom 35 mm, so that the text area is 156 × 225 mm. */
    GB9704_STRICT(2098, 1984),
    /** GB/T 33476.2-2016: top 34.58 mm, bottom 32.58 mm, the margins that give the same white edge on screen. */
    GB33476_SOFTWARE(1960, 1847);

    /** A4, 210 mm. */
    static final int PAPER_SHORT = 11906;
    /** A4, 297 mm. */
    static final int PAPER_LONG = 16838;
    /** 28 mm. */
    static final int LEFT = 1588;
    /** 26 mm. */
    static final int RIGHT = 1474;
    /** 28.95 pt: 225 mm over 22 lines, rounded down so that 22 lines fit. */
    static final int LINE = 579;
    /** GB/T 9704-2012 clause 7.5: the page number's dash stands 7 mm below the text area. */
    static final int NUMBER_DISTANCE = 397;

    private final int top;
    private final int bottom;

    PageSetting(int top, int bottom) {
        this.top = top;
        this.bottom = bottom;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    /** Width of the upright text area. */
    int portraitWidth() {
        return PAPER_SHORT - LEFT - RIGHT;
    }

    /** Height of the upright text area. */
    int portraitHeight() {
        return PAPER_LONG - top - bottom;
    }
}
