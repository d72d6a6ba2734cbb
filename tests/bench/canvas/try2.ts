import { benchCards } from "./cards.ts";
import { openWorkshop } from "./our-workshop.ts";
import { openOurs } from "./our-canvas.ts";
import { ensureClientBuilt } from "@faelleskort/server/launch/client-build.ts";
await ensureClientBuilt(console.log);
const w = await openWorkshop(benchCards(3000));
try {
const o = await openOurs(w);
console.log("first", o.firstCardMs, "usable", o.usableMs);
await o.page.screenshot({path:"/tmp/shot-fit.png"});
const t = () => o.page.evaluate(() => { const s = performance.now(); for (let i = 0; i < 200; i++) document.elementFromPoint(700 + i % 7, 500); return ((performance.now() - s) / 200).toFixed(3); });
console.log("base", await t(), await o.page.evaluate(() => document.querySelectorAll("*").length));
for (const [name, code] of [["canvas pointer-events none", "document.querySelectorAll('.konvajs-content canvas').forEach(c => c.style.pointerEvents='none')"], ["konva content none","document.querySelector('.konvajs-content').style.pointerEvents='none'"], ["header gone", "document.querySelector('header')?.style.setProperty('display','none')"], ["footer gone","document.querySelector('footer')?.style.setProperty('display','none')"], ["rows gone","document.querySelectorAll('[data-actor]').forEach(r=>r.remove())"], ["side gone","document.querySelector('main').nextElementSibling?.style.setProperty('display','none')"]] as const) {
  await o.page.evaluate((c: string) => { const s = document.createElement("x"); s.setAttribute("data-c", c); }, code).catch(() => {});
  const cdp = await o.page.context().newCDPSession(o.page); await cdp.send("Runtime.evaluate", { expression: code }); 
  console.log(name, await t());
}
await o.close();
} finally { await w.close(); }
