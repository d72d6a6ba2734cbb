import type { ExampleGroup } from "./example-content.ts";

export const institutions: ExampleGroup = {
  heading: "Institutioner",
  category: "institution",
  actors: [
    {
      key: "vores-hg",
      name: "Vores HG",
      author: "SSP",
      answers: {
        activities: "Den boligsociale helhedsplan. Holder fællesspisning, ture og møder for hele området.",
        partners: "Alle fem boligorganisationer, SSP, Fair Play og mange frivillige.",
        contribution: "Kender næsten alle og kan samle folk. Kan dele arbejdet med at styre kortlægningen.",
      },
      placement: [0.885, 0.865],
    },
    {
      key: "fair-play",
      name: "Fair Play",
      author: "Vores HG",
      answers: {
        activities: "Ungdomsklub med værksted, lektiehjælp og åbne aftener.",
        partners: "Skolen, SSP og Turning Tables.",
        contribution: "De unge stoler på dem. De kan invitere unge, vi andre ikke når.",
      },
      placement: [0.755, 0.88],
    },
    {
      key: "biblioteket",
      name: "Biblioteket",
      author: "Fair Play",
      answers: {
        activities:
          "Udlån, oplæsning for børn og hjælp til det digitale. Viser film, som unge her har lavet.",
        partners: "Skolen, børnehusene og Bydelsmødrene.",
        contribution: "Lokaler, som alle føler sig velkomne i, og et sted at hænge opslag op.",
      },
      placement: [0.63, 0.845],
    },
    {
      key: "ssp",
      name: "SSP",
      author: "Lokalpolitiet",
      answers: {
        activities: "Forebygger sammen med skole, politi og klubber. Har en fast ugentlig dag i området.",
        partners: "Vores HG, lokalpolitiet, skolen og gadeteamet.",
        contribution: "Kan koordinere og svare, når nogen er i tvivl om, hvem de skal gå til.",
      },
      placement: [0.875, 0.765],
    },
    {
      key: "lokalpolitiet",
      name: "Lokalpolitiet",
      author: "SSP",
      answers: {
        activities: "Går ture i området og kommer forbi klub og ejendomskontor.",
        partners: "SSP, ejendomsmestrene og Vores HG.",
        contribution: "Kan komme til opgangsmøder og fortælle, hvad der sker med en henvendelse.",
      },
      placement: [0.75, 0.77],
    },
    {
      key: "ejendomsmestrene",
      name: "Ejendomsmestrene",
      author: "Boligorganisationerne",
      answers: {
        activities: "Passer bygninger og grønne områder. Taler med beboere hver eneste dag.",
        partners: "Driftschefen, beboerne og nu også lokalpolitiet.",
        contribution: "Ser tidligt, når noget er ved at gå skævt, og kan vise folk det rigtige sted hen.",
      },
      placement: [0.625, 0.735],
    },
    {
      key: "skolen",
      name: "Skolen",
      author: "Biblioteket",
      answers: {
        activities: "Undervisning og SFO. Holder skolefest og fælles morgensang.",
        partners: "SSP, Fair Play og forældrene.",
        contribution: "Når næsten alle familier med børn. Har travlt, så vi skal spørge om noget lille.",
      },
      placement: [0.84, 0.36],
    },
    {
      key: "boligorganisationerne",
      name: "De fem boligorganisationer",
      author: "Vores HG",
      answers: {
        activities: "Udlejer omkring 2.000 boliger og står for drift og fornyelse.",
        partners: "Kommunen, helhedsplanen og afdelingsbestyrelserne.",
        contribution: "Kan ændre lys, låse og udearealer. Kan dele nyt ud i alle opgange.",
      },
      placement: [0.7, 0.345],
    },
    {
      key: "gadeteamet",
      name: "Gadeteamet",
      author: "Fair Play",
      answers: {
        activities: "Er ude om aftenen, hvor de unge er.",
        contribution: "Ved, hvor der er liv, og hvor der er uro.",
      },
    },
    {
      key: "kirken",
      name: "Kirken",
      author: "Dialogrådet",
      answers: {
        activities: "Spisning, babysalmesang og samtaler.",
        partners: "Seniorklubben og Vores HG.",
        contribution: "Har køkken og en stor sal, som gerne må lånes.",
      },
      placement: [0.34, 0.84],
    },
  ],
};
