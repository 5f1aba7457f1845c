(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const teks = (i) => data.teks[i];
  const daftar = document.getElementById("daftar");
  const badan = daftar.tBodies[0];
  const baris = [...badan.rows];
  const lebar = daftar.tHead.rows[0].cells.length;

  const buat = (nama, isi, kelas) => {
    const unsur = document.createElement(nama);
    if (isi !== undefined) unsur.textContent = isi;
    if (kelas) unsur.className = kelas;
    return unsur;
  };

  // The sum of one person, from texts that were made when the report was written: nothing is computed here.
  const rincian = (orang) => {
    const tabel = buat("table");
    const kepala = tabel.createTHead().insertRow();
    data.kolom.forEach(([judul, kanan]) => {
      const sel = buat("th", judul, kanan ? "n" : "");
      sel.scope = "col";
      kepala.append(sel);
    });
    const isi = tabel.createTBody();
    orang.baris.forEach((b) => {
      const tr = isi.insertRow();
      b.forEach((t, i) => tr.append(buat("td", teks(t), data.kolom[i][1] ? "n" : "")));
    });
    const langkah = buat("ol");
    orang.langkah.forEach((t) => langkah.append(buat("li", teks(t))));
    const geser = buat("div", undefined, "geser");
    geser.append(tabel);
    return orang.baris.length ? [geser, langkah] : [langkah];
  };

  const nip = (tr) => tr.id.slice(4);
  const terbuka = (tr) => tr.nextElementSibling?.classList.contains("rinci");
  const atur = (tr, buka) => {
    if (Boolean(terbuka(tr)) === buka) return;
    if (buka) {
      const baru = buat("tr", undefined, "rinci");
      const sel = baru.insertCell();
      sel.colSpan = lebar;
      sel.append(...rincian(data.orang[nip(tr)]));
      tr.after(baru);
    } else tr.nextElementSibling.remove();
    tr.querySelector(".buka").setAttribute("aria-expanded", String(buka));
  };

  baris.forEach((tr) => {
    const nama = tr.cells[1].firstElementChild;
    const tombol = buat("button", nama.textContent, "buka");
    tombol.type = "button";
    tombol.setAttribute("aria-expanded", "false");
    tombol.title = "Lihat hitungannya";
    nama.replaceWith(tombol);
    tombol.onclick = () => {
      atur(tr, !terbuka(tr));
      history.replaceState(null, "", "#" + tr.id);
    };
  });

  const cari = document.getElementById("cari");
  const predikat = document.getElementById("predikat");
  const saring = () => {
    const kata = cari.value.toLowerCase().split(/\s+/).filter(Boolean);
    let tampak = 0;
    baris.forEach((tr) => {
      const isi = (tr.cells[1].textContent + " " + tr.cells[2].textContent).toLowerCase();
      const cocok = kata.every((k) => isi.includes(k)) && (!predikat.value || tr.dataset.p === predikat.value);
      tr.hidden = !cocok;
      if (terbuka(tr)) tr.nextElementSibling.hidden = !cocok;
      if (cocok) tampak += 1;
    });
    document.getElementById("jumlah").textContent = `${tampak} dari ${baris.length} orang`;
  };
  cari.oninput = predikat.onchange = saring;
  document.querySelector(".saring").onsubmit = (e) => e.preventDefault();

  const kunci = (sel) => (sel.dataset.n === undefined ? sel.textContent : Number(sel.dataset.n));
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
      const banding = (a, b) => {
        const [x, y] = [kunci(a.cells[i]), kunci(b.cells[i])];
        return typeof x === "number" ? x - y : x.localeCompare(y, "id");
      };
      baris.sort((a, b) => (turun ? banding(b, a) : banding(a, b)));
      badan.append(...baris.flatMap((tr) => (terbuka(tr) ? [tr, tr.nextElementSibling] : [tr])));
    };
  });

  const buka = document.getElementById("buka");
  buka.onclick = () => {
    const semua = buka.textContent.startsWith("Buka");
    baris.filter((tr) => !tr.hidden).forEach((tr) => atur(tr, semua));
    buka.textContent = semua ? "Tutup semua rincian" : "Buka semua rincian";
  };
  document.getElementById("cetak").onclick = () => window.print();

  const tuju = () => {
    const tr = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (tr && baris.includes(tr)) {
      atur(tr, true);
      tr.scrollIntoView({ block: "center" });
    }
  };
  window.onhashchange = tuju;
  saring();
  tuju();
})();
