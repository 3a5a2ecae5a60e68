# 常用命令。不带目标的 make 列出它们；逻辑在 scripts/ 里，这里只有名字。
PYTHON := $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help env dev setup run check test bench bench-similar fmt lock docs messages tour

help:     ## 列出可用的目标
	@sed -n 's/^\([a-z-]*\):[^#]*## /make \1\t/p' Makefile

env:
	@$(PYTHON) scripts/bootstrap.py run

dev:
	@$(PYTHON) scripts/bootstrap.py dev

setup: env ## 准备环境、数据库和演示市
	@$(BIN)/guantong setup-database --demo

run: env  ## 准备好以后启动网站，Ctrl-C 停止全部（可用 PORT、HOST、DATABASE_URL）
	@$(BIN)/guantong run --demo

check: dev ## 代码检查：格式、类型、分层、迁移、文档
	@$(BIN)/python scripts/check.py

test: dev ## 全部测试，含浏览器测试
	@$(BIN)/pytest -n 2 --dist loadgroup

bench: dev ## 性能测试，与空壳对照
	@$(BIN)/python -m bench.run

bench-similar: dev ## 一百万件中找相同事项：用时和找到率，需几分钟
	@$(BIN)/python -m bench.similar

fmt: dev  ## 整理代码格式
	@$(BIN)/ruff check --fix --quiet . && $(BIN)/ruff format .

lock: dev ## 重新锁定依赖（含散列）
	@$(BIN)/python scripts/lock.py

docs: dev ## 重新生成由代码得出的文档
	@$(BIN)/guantong docs && $(BIN)/python scripts/openapi_is_current.py --write

tour: setup dev ## 重拍 README 里的截图（要先有演示市）
	@$(BIN)/python scripts/tour.py

messages: dev ## 收集并编译界面文字的译文
	@$(BIN)/python scripts/messages.py
	@$(PYTHON) scripts/bootstrap.py run
