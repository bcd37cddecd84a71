// Cohen's kappa: agreement of two raters beyond what their habits alone would bring about.

/**
 *   kappa = (p_o - p_e) / (1 - p_e)
 *
 * p_o is the share of items that both put in the same category, p_e the sum over categories of the product of the shares
 * of items that each put there.
 *
 * @param ratings one item each: the category of one rater, then of the other
 * @returns at most 1; 0 is chance. NaN of nothing, and where both always say the same one thing.
 * @source Cohen 1960
 */
export function cohensKappa(ratings: readonly (readonly [string, string])[]): number {
  const count = ratings.length
  const observed = ratings.filter(([one, other]) => one === other).length / count
  const categories = new Set(ratings.flat())
  let expected = 0
  for (const category of categories) {
    const ones = ratings.filter(([one]) => one === category).length
    const others = ratings.filter(([, other]) => other === category).length
    expected += (ones / count) * (others / count)
  }
  return expected === 1 ? Number.NaN : (observed - expected) / (1 - expected)
}
