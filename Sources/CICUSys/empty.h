// No declarations: this target only carries the system ICU's compiler and linker flags.
