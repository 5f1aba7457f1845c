(() => {
  "use strict";
  // People and their sums, as written when the report was made: numbers in print, and raw to sort by. None is computed here.
  const data = JSON.parse(document.getElementById("data").textContent);
  const teks = (i) => data.teks[i];
  const daftar = document.getElementById("daftar");

  const buat = (nama, isi, kelas) => {
    const unsur = document.createElement(nama);
    if (isi !== undefined) unsur.textContent = isi;
    if (kelas) unsur.className = kelas;
    return unsur;
  };

  // One person: the row, the button that opens it, and what it is sorted, searched and filtered by.
  const baca = ([nip, nomor, nama, tempat, angka, sebutan, p, baris, langkah]) => {
    const tr = buat("tr");
    tr.id = `nip-${nip}`;
    const tombol = buat("button", nama, "buka");
    tombol.type = "button";
    tombol.title = "Lihat hitungannya";
    tombol.setAttribute("aria-expanded", "false");
    const [jabatan, ...kecil] = tempat.map(teks);
    const predikat = data.predikat[p];
    const sel = (isi, kelas) => {
      const td = buat("td", undefined, kelas);
      td.append(...isi);
      tr.append(td);
    };
    sel([nomor], "n");
    sel([tombol, buat("small", nip)]);
    sel([jabatan, ...kecil.map((t) => buat("small", t))]);
    angka.forEach(([, cetak], i) => sel([data.berangka && i === angka.length - 1 ? buat("b", cetak) : cetak], "n"));
    sebutan.forEach((t) => sel([teks(t)]));
    sel([buat("span", predikat, `cap p${Math.min(p, 4)}`)]);
    const [siapa, apa] = [nama + nip, [jabatan, ...kecil].join("")];
    const kunci = [nomor, siapa, apa, ...angka.map(([n]) => n)];
    return { tr, tombol, rinci: null, kunci, kata: `${siapa} ${apa}`.toLowerCase(), predikat, baris, langkah };
  };

  const hitungan = (o) => {
    const tabel = buat("table");
    const kepala = tabel.createTHead().insertRow();
    data.kolom.forEach(([judul, kanan]) => {
      const sel = buat("th", judul, kanan ? "n" : "");
      sel.scope = "col";
      kepala.append(sel);
    });
    const isi = tabel.createTBody();
    o.baris.forEach(([i, realisasi, cara, hasil, lembar, alamat]) => {
      const [indikator, aspek, arah, target, bobot] = data.indikator[i];
      const tr = isi.insertRow();
      [indikator, aspek, arah, target, realisasi, teks(cara), bobot, hasil, teks(lembar) + alamat].forEach((t, k) =>
        tr.append(buat("td", t, data.kolom[k][1] ? "n" : "")),
      );
    });
    const langkah = buat("ol");
    langkah.append(...o.langkah.map((t) => buat("li", teks(t))));
    const geser = buat("div", undefined, "geser");
    geser.append(tabel);
    return o.baris.length ? [geser, langkah] : [langkah];
  };

  const atur = (o, buka) => {
    if (Boolean(o.rinci) === buka) return;
    if (buka) {
      o.rinci = buat("tr", undefined, "rinci");
      const sel = o.rinci.insertCell();
      sel.colSpan = o.tr.cells.length;
      sel.append(...hitungan(o));
      o.tr.after(o.rinci);
    } else {
      o.rinci.remove();
      o.rinci = null;
    }
    o.tombol.setAttribute("aria-expanded", String(buka));
  };

  const orang = data.orang.map(baca);
  const susun = () => daftar.tBodies[0].append(...orang.flatMap((o) => (o.rinci ? [o.tr, o.rinci] : [o.tr])));
  orang.forEach((o) => {
    o.tombol.onclick = () => {
      atur(o, !o.rinci);
      history.replaceState(null, "", `#${o.tr.id}`);
    };
  });

  const cari = document.getElementById("cari");
  const predikat = document.getElementById("predikat");
  const saring = () => {
    const kata = cari.value.toLowerCase().split(/\s+/).filter(Boolean);
    let tampak = 0;
    orang.forEach((o) => {
      const cocok = kata.every((k) => o.kata.includes(k)) && (!predikat.value || o.predikat === predikat.value);
      o.tr.hidden = !cocok;
      if (o.rinci) o.rinci.hidden = !cocok;
      if (cocok) tampak += 1;
    });
    document.getElementById("jumlah").textContent = `${tampak} dari ${orang.length} orang`;
  };
  cari.oninput = predikat.onchange = saring;
  document.querySelector(".saring").onsubmit = (e) => e.preventDefault();

  const banding = (x, y) => (typeof x === "number" ? x - y : x.localeCompare(y, "id"));
  daftar.querySelectorAll("[data-urut]").forEach((th) => {
    // Not a <button>: browsers leave those out of headings that they repeat on the next printed page.
    const tombol = buat("span", th.textContent);
    tombol.role = "button";
    tombol.tabIndex = 0;
    th.replaceChildren(tombol);
    tombol.onkeydown = (e) => {
      if (e.key !== "Enter" && e.key !== " ") return;
      e.preventDefault();
      tombol.onclick();
    };
    tombol.onclick = () => {
      const turun = th.getAttribute("aria-sort") === "ascending";
      daftar.querySelectorAll("[aria-sort]").forEach((lain) => lain.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", turun ? "descending" : "ascending");
      const i = th.cellIndex;
      orang.sort((a, b) => (turun ? banding(b.kunci[i], a.kunci[i]) : banding(a.kunci[i], b.kunci[i])));
      susun();
    };
  });

  const buka = document.getElementById("buka");
  buka.onclick = () => {
    const semua = buka.textContent.startsWith("Buka");
    orang.filter((o) => !o.tr.hidden).forEach((o) => atur(o, semua));
    buka.textContent = semua ? "Tutup semua rincian" : "Buka semua rincian";
  };
  document.getElementById("cetak").onclick = () => window.print();

  const tuju = () => {
    const o = orang.find(({ tr }) => tr.id === decodeURIComponent(location.hash.slice(1)));
    if (!o) return;
    atur(o, true);
    o.tr.scrollIntoView({ block: "center" });
  };
  window.onhashchange = tuju;
  susun();
  saring();
  document.getElementById("orang").hidden = false;
  tuju();
})();
