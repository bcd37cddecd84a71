// What a caller can act on: costs or marginals that no plan can be made of.

export class TransportError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TransportError'
  }
}
