package com.euphoriapos.domain;

/**
 * The tax of one rate.
 *
 * @param category tax category
 * @param rate its rate
 * @param taxable what it was taken of
 * @param amount the tax, rounded once
 */
public record TaxLineItem(String category, Rate rate, Money taxable, Money amount) {}
