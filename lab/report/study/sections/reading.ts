// How to read the numbers, for who did not make them.

import { html, type Markup } from '../../html.ts'
import { RESAMPLES } from '../bootstrap-for.ts'

export function reading(): Markup {
  return html`<section class="reading"><h2>How to read this</h2>
<p><b>Success</b> of a run is the share of episodes on held-out seeds in which the task was solved, measured once at its end by the policy that did best on the way; nothing was chosen on those seeds. Curves show the smaller evaluations on the way.</p>
<p><b>Intervals</b> are 95%, from a bootstrap of ${RESAMPLES} draws that draws runs again within each task (Agarwal et al. 2021). They say how the numbers would change with other seeds, not with other tasks. With fewer than five seeds they are too narrow. Where a task was run with one seed there is nothing to draw again: no interval is given but, task by task, Wilson's over the run's episodes.</p>
<p><b>Interquartile mean</b>: the mean of the middle half of all runs. <b>Optimality gap</b>: how much of full success is missing. <b>Probability of improvement</b>: the chance that a run of one beats a run of the other on the same task, ties counted half.</p>
<p><b>Curves of unequal length</b>: a run that ended early keeps its last value, since runs end early when they have learned. The curve begins where all of its runs have been measured. Only finished runs are in it.</p>
<p><b>How long it took</b>: medians by Kaplan and Meier; a run that did not get there counts for as long as it was watched. "-" where fewer than half did.</p>
<p><b>p</b> is Wilcoxon's signed-rank test, exact, over pairs with the same task and seed. It is not corrected for the number of comparisons.</p></section>`
}
