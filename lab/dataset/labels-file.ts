// Answers about a dataset's episodes lie beside them, as the preference log that labelling and training write.

export const LABELS_FILE = 'labels.jsonl'
