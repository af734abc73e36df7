/** What the server says once, in the page that one is sent to after something was done. */

const SHOWN_FOR = 8_000;

export function startFlash() {
  // Not said again by a reload, nor by a bookmark.
  const address = new URL(location.href);
  if (address.searchParams.has('done')) {
    address.searchParams.delete('done');
    history.replaceState(history.state, '', address);
  }
  for (const line of document.querySelectorAll('#says .says-line')) setTimeout(() => line.remove(), SHOWN_FOR);
}
