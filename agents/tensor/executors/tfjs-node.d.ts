// Two optional packages, for the compiler where they are not installed: loading one registers a TensorFlow.js backend.

declare module '@tensorflow/tfjs-node' {}
declare module '@tensorflow/tfjs-node-gpu' {}
