// TensorFlow.js operations that draw random numbers. Inside a traced function they would draw once and then never again.

const names = ['rand', 'multinomial', 'dropout', 'truncatedNormal']

/** @param scope name of a TensorFlow.js scope, such as `randomNormal__op` */
export function isRandomOperation(scope: string): boolean {
  const operation = scope.replace(/__op$/, '')
  return operation.startsWith('random') || names.includes(operation)
}
