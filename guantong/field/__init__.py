"""The field door 掌上履职 of deputies and station keepers."""
