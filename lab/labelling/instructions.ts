// What people are asked to look for, where nobody says otherwise.

export function usualInstructions(clips: number): string {
  return clips === 2
    ? 'Which clip is closer to solving the task? Equal is an answer; skip where you cannot tell.'
    : 'Put the clips in order, the one that is closest to solving the task first.'
}
