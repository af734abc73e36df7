/** Says that a chosen file is too large before it is sent, which the server says only after some minutes. */
export function startFileSize() {
  for (const field of document.querySelectorAll('input[data-largest]')) {
    if (!(field instanceof HTMLInputElement)) continue;
    field.addEventListener('change', () => {
      const size = field.files?.[0]?.size ?? 0;
      const tooLarge = size > Number(field.dataset.largest);
      field.setCustomValidity(tooLarge ? (field.dataset.tooLarge ?? '') : '');
      if (tooLarge) field.reportValidity();
    });
  }
}
