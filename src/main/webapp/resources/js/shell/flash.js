/** The message that the server shows once, on the page to which one was redirected after an action. */

const SHOWN_FOR = 8_000;

export function startFlash() {
  // Removes it from the URL, so that neither a reload nor a bookmark shows it again.
  const address = new URL(location.href);
  if (address.searchParams.has('done')) {
    address.searchParams.delete('done');
    history.replaceState(history.state, '', address);
  }
  for (const line of document.querySelectorAll('#says .says-line')) setTimeout(() => line.remove(), SHOWN_FOR);
}
