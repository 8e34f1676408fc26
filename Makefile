# 从商洛到南京 / From Shangluo to Nanjing. `make help` 列出可以做的事 / lists what can be done.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site-ready
TESTS_READY := $(VENV)/.tests-ready
# The theme's notice about its successor; README.md says when we look at that again.
export NO_MKDOCS_2_WARNING = 1

# What `make test` says first.
QUICK = 快的测试，不到一分钟 / The quick tests: less than a minute
ALL = 全部测试，两个处理器核约十分钟；只跑快的：make test FAST=1 / All tests: about ten minutes on two cores; the quick ones alone: make test FAST=1

# What pip says when there is no network is a riddle.
NOT_FETCHED = (echo '要用的软件没有取全，多半是网络不通；细节见上面几行。网站没有动，网络好了再运行一次就行。 / What is needed could not be fetched, most likely for want of a network: see the lines above. The site is what it was; run this again when there is one.' >&2; exit 1)

.DEFAULT_GOAL := help
.PHONY: help how-long serve check build offline book precompress test format looks browsers sizes properdocs gallery shrink bench translated manual lock clean

help: ## 列出命令 / List these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1	\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: $(SITE_READY) ## 在本机预览，改完保存就会刷新 / Preview here; saves reload the page
	$(BIN)/python -m mkdocs serve $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

# FIX=1 applies the certain cures, FIX=dry-run only shows them.
check: $(SITE_READY) ## 检查每一页、每张表，说出哪里不对、怎么改 / Check every page and table; says what is wrong and how to cure it
	$(BIN)/python scripts/check.py $(if $(FORMAT),--format $(FORMAT)) $(if $(FIX),--fix) $(if $(filter dry-run,$(FIX)),--dry-run)

build: offline ## 检查并生成整个网站到 site/ / Check and build the whole site into site/
	$(BIN)/python scripts/build.py

# The site itself, built with these there, publishes them and links to them.
offline: $(SITE_READY) ## 做一份不联网也能看的整站副本（build 会一起发布） / A copy of the site that needs no network (build publishes it)
	$(BIN)/python scripts/offline.py

book: offline ## 三本电子书（EPUB），同整站副本一起做、一起发布 / Three e-books (EPUB), made and published along with the copy

precompress: $(SITE_READY) ## 给site/里的样式和脚本各配一份压缩好的，自己的主机用 / Packed copies of style sheets and scripts in site/, for a host of one's own
	$(BIN)/python scripts/hosting/precompress.py

# FAST=1 leaves out the browser and whatever builds much. TESTS=tests/language/test_dates.py runs those alone.
test: how-long $(TESTS_READY) ## 跑全部测试，包括真实浏览器；FAST=1 只跑快的 / Run all tests, a real browser included; FAST=1 runs the quick ones
	$(if $(TESTS),,$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet . $(if $(wildcard .mypy.ini),&& $(BIN)/mypy))
	$(if $(FAST),,$(BIN)/python tests/chromium.py && $(BIN)/python tests/tools.py nginx caddy && $(BIN)/python tests/npm.py)
	$(BIN)/python -m pytest $(if $(FAST),-m 'not long') $(if $(TESTS),,--numprocesses auto --dist loadfile --no-loadscope-reorder) $(TESTS)

how-long:
	@echo '$(if $(TESTS),只跑 / Only $(TESTS),$(if $(FAST),$(QUICK),$(ALL)))'

format: $(TESTS_READY) ## 把代码排成统一的样子 / Write the code in the one form
	$(BIN)/ruff check --quiet --fix --exit-zero .
	$(BIN)/ruff format .

# LOOKS="--pages train --looks print" takes those alone.
looks: $(TESTS_READY) ## 把每一页拍下来，放进 .cache/looks/，好用眼睛看 / Photograph every page into .cache/looks/, to be looked at
	$(BIN)/python tests/chromium.py
	$(BIN)/python tests/looks.py $(LOOKS)

# BROWSERS="Firefox 67" takes those alone.
browsers: $(TESTS_READY) ## 在Firefox、WebKitGTK和两种老Chromium里走一遍，能找到几种就走几种（约五分钟） / Go through the site in Firefox, WebKitGTK and two old Chromiums, as many as can be had (about five minutes)
	$(BIN)/python tests/npm.py --old
	$(BIN)/python tests/browsers $(BROWSERS)

sizes: $(SITE_READY) ## 量各类页面的大小，可以同另一版比：make sizes BASE=main / Weigh each kind of page, compared with another version if asked
	@$(BIN)/python scripts/sizes.py $(if $(BASE),--base $(BASE))

properdocs: build ## 用ProperDocs、不用MkDocs和主题，生成同一个网站，逐字节比较 / Build the same site with ProperDocs, without MkDocs and without the theme, and compare it byte for byte
	$(PYTHON) -m venv .cache/properdocs
	.cache/properdocs/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/properdocs.txt
	DISABLE_MKDOCS_2_WARNING=true THEME=null .cache/properdocs/bin/properdocs build --quiet --strict --config-file mkdocs.yml --site-dir .cache/properdocs/site
	diff -r --brief site .cache/properdocs/site

gallery: $(SITE_READY) ## 由照片和插图做出网页用的图 / Make the web's pictures from photographs and plates
	$(BIN)/python scripts/build_gallery.py

shrink: $(SITE_READY) ## 把太大的照片缩小，原图留在originals/：make shrink PHOTO=docs/photos/store.jpg / Reduce a photograph that is too large; the original is kept in originals/
	$(BIN)/python scripts/shrink.py $(PHOTO)

# WHAT=sites or WHAT=gallery is one of the two alone, ROUNDS=1 a trial; PARTS="bytes build" of the sites.
bench: $(TESTS_READY) ## 同别家比：整站约一刻钟，图库约半小时（需要 npm） / Compare with peers: the site, a quarter of an hour, and the gallery, half an hour (needs npm)
	$(if $(filter gallery,$(WHAT)),,$(BIN)/python tests/chromium.py && $(BIN)/python scripts/bench/sites $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(PARTS),--parts $(PARTS)))
	$(if $(filter sites,$(WHAT)),,$(BIN)/python scripts/bench/bench.py $(if $(ROUNDS),--rounds $(ROUNDS)))

translated: $(SITE_READY) ## 记下某一页已经跟上另一种语言：make translated PAGE=train；不用改的加 NO_CHANGE=1 / Record that a page is up to date with its twin
	$(BIN)/python scripts/translated.py $(PAGE) $(if $(NO_CHANGE),--no-change)

manual: $(SITE_READY) ## 由格式说明和检查的规则重写两本手册 / Rewrite the two manuals from the schemas and the rules of the check
	$(BIN)/python scripts/manual.py

lock: $(SITE_READY) ## 由 requirements.in 重写锁定文件（需要 uv） / Rewrite the lock files from requirements.in (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header tests/requirements.in -o tests/requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-package mkdocs --no-emit-package mkdocs-material tests/properdocs.in -o tests/properdocs.txt

clean: ## 删去生成的东西，文字不动 / Remove what was generated; no words are touched
	rm -rf $(VENV) .cache site .site.new .site.old

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新的版本 / Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV) || (echo '缺少 venv 模块：Debian/Ubuntu 请先运行 apt install python3-venv / The venv module is missing: on Debian or Ubuntu run apt install python3-venv first' >&2; exit 1)
	@touch $@

# A stamp is touched only after pip has finished, so an interrupted install is repeated.
$(SITE_READY): requirements.txt $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt || $(NOT_FETCHED)
	@touch $@

$(TESTS_READY): tests/requirements.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt || $(NOT_FETCHED)
	@touch $@
