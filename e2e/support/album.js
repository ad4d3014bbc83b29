// One picture of two: the screen, and beside it the phone that steers it.

/** @param {Buffer} png */
const inline = (png) => `data:image/png;base64,${png.toString('base64')}`;

/**
 * A page that shows both, as an element with the id `album`.
 * @param {{screen: Buffer, phone: Buffer}} pictures  PNG
 */
export function album({screen, phone}) {
  return `<!doctype html>
    <style>
      body { margin: 0; background: none }
      #album { display: flex; align-items: center; gap: 30px; width: max-content; padding: 20px 24px 40px }
      img { display: block; height: 506px }
      .tv, .hand { background: #07080a; box-shadow: 0 0 0 1px #3a3e47, 0 16px 28px -8px rgb(0 0 0 / 45%) }
      .tv { padding: 10px; border-radius: 14px }
      .tv img { border-radius: 5px }
      .hand { padding: 8px; border-radius: 34px }
      .hand img { border-radius: 26px }
    </style>
    <div id="album">
      <div class="tv"><img src="${inline(screen)}"></div>
      <div class="hand"><img src="${inline(phone)}"></div>
    </div>`;
}
