/**
 * The ledger 企业台账: clusters, enterprises and, by year, their equipment, energy, products, materials, treatments,
 * outlets and transport. Offers {@link org.lantian.ledger.Ledger} to read, {@link org.lantian.ledger.LedgerImports} to
 * take in workbooks and {@link org.lantian.ledger.LedgerWorkbooks} to write them. Must not know findings or plans;
 * what a workbook says of them it hands to {@link org.lantian.ledger.LedgerExtension}s.
 */
@NullMarked
package org.lantian.ledger;

import org.jspecify.annotations.NullMarked;
