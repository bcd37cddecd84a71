// Numbers that settings are made of, with their limits.

import { z } from 'zod'

/** A whole number. */
export const count = (min: number, max: number) => z.int().min(min).max(max)

/** Above 0. */
export const positive = (max: number) => z.number().gt(0).max(max)

/** From 0 to 1. */
export const share = () => z.number().min(0).max(1)
