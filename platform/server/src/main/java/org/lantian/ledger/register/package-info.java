/**
 * Registers of enterprises 名录: 正面清单, 黑名单, 保留名单, 重点排污单位, 排放大户 and what else a tenant keeps; entries have a
 * period and a source, and some are derived by a declared rule with its reason. Offers
 * {@link org.lantian.ledger.register.Registers}. Must not know findings or plans.
 */
@NullMarked
package org.lantian.ledger.register;

import org.jspecify.annotations.NullMarked;
