"use strict";
// One slide at a time, by keyboard; without this script they stand one below the other.
const lembar = [...document.querySelectorAll("section")];
const langkah = {ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1};
const terakhir = lembar.length - 1;
const ke = (n) => Math.min(Math.max(n, 0), terakhir);
let kini = 0;

function tampilkan(n) {
  kini = ke(n);
  lembar.forEach((satu, i) => satu.classList.toggle("tampil", i === kini));
  history.replaceState(null, "", "#" + (kini + 1));
}

document.addEventListener("keydown", (e) => {
  const tujuan = e.key === "Home" ? 0 : e.key === "End" ? terakhir : kini + (langkah[e.key] || 0);
  if (tujuan === kini || e.altKey || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  tampilkan(tujuan);
});

document.documentElement.classList.add("dipandu");
tampilkan(Number(location.hash.slice(1) || 1) - 1);
