import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://example.org",
  image: { layout: "constrained", responsiveStyles: true },
  integrations: [
    starlight({
      title: "从商洛到南京",
      defaultLocale: "root",
      locales: { root: { label: "中文", lang: "zh-CN" }, en: { label: "English", lang: "en" } },
      sidebar: JSON.parse(process.env.SLUGS),
    }),
  ],
});
